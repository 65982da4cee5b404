import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Prints a line for the file that siprec.rest.users names:
 *
 * <pre>java deploy/NewUser.java alice recording:read,recording:control >>users</pre>
 *
 * Asks for the password, or reads it from standard input when that is no terminal.
 */
final class NewUser {

    private static final int ITERATIONS = 210_000;
    private static final int SALT_OCTETS = 16;
    private static final int HASH_BITS = 512;

    private NewUser() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        if (arguments.length != 2 || arguments[0].isBlank() || arguments[0].contains(":")) {
            System.err.println("usage: java NewUser.java name recording:read,recording:control");
            System.exit(1);
        }
        byte[] salt = new byte[SALT_OCTETS];
        new SecureRandom().nextBytes(salt);
        var spec = new PBEKeySpec(password(), salt, ITERATIONS, HASH_BITS);
        byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(spec)
                .getEncoded();
        Base64.Encoder base64 = Base64.getEncoder();
        System.out.println(arguments[0] + ":{PBKDF2-SHA512}" + ITERATIONS + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash) + ":" + arguments[1]);
    }

    private static char[] password() throws IOException {
        Console console = System.console();
        if (console != null) {
            return console.readPassword("Password: ");
        }
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = input.readLine();
        return line == null ? new char[0] : line.toCharArray();
    }
}

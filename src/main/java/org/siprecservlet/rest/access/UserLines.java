package org.siprecservlet.rest.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the lines of a users file: {@code name:hash:role,role}. Blank lines, and those that begin with {@code #}, are
 * passed over.
 */
final class UserLines {

    private final Map<String, User> users = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private UserLines() {}

    /**
     * Reads all lines.
     *
     * @return the users by their names
     * @throws MalformedUsersException names every fault
     */
    static Map<String, User> read(List<String> lines) throws MalformedUsersException {
        UserLines reader = new UserLines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                reader.readLine(i + 1, line);
            }
        }
        if (!reader.faults.isEmpty()) {
            throw new MalformedUsersException(reader.faults);
        }
        return Map.copyOf(reader.users);
    }

    private void readLine(int number, String line) {
        String[] parts = line.split(":", 3);
        if (parts.length < 3 || parts[0].isBlank()) {
            fault(number, "is not name:hash:roles");
            return;
        }
        Optional<PasswordHash> password = PasswordHash.parse(parts[1].strip());
        if (password.isEmpty()) {
            fault(number, "has no hash of the form {PBKDF2-SHA512}iterations$salt$hash with 10000 iterations or more");
            return;
        }
        User user = new User(parts[0].strip(), password.get(), roles(number, parts[2]));
        if (users.put(user.name(), user) != null) {
            fault(number, "names a user that an earlier line has");
        }
    }

    private Set<Role> roles(int number, String words) {
        Set<Role> roles = new HashSet<>();
        for (String word : words.split(",", -1)) {
            Role.of(word.strip())
                    .ifPresentOrElse(
                            roles::add,
                            () -> fault(number, "has a role that is neither recording:read nor recording:control"));
        }
        return roles;
    }

    private void fault(int number, String what) {
        faults.add("line " + number + " " + what);
    }
}

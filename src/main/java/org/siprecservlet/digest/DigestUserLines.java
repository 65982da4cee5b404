package org.siprecservlet.digest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the lines of a list of users, once. */
final class DigestUserLines {

    /** A name comes to stand where the name of an instance does. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

    private static final Pattern REALM = Pattern.compile("[ -~&&[^\"\\\\:]]{1,100}");

    private final Map<DigestAlgorithm, Map<String, String>> hashes = new EnumMap<>(DigestAlgorithm.class);
    private final List<String> faults = new ArrayList<>();
    private String realm;

    DigestUsers read(List<String> lines) throws MalformedUsersException {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                readLine("line " + (i + 1), line);
            }
        }
        if (faults.isEmpty() && realm == null) {
            faults.add("the file names nobody");
        }
        if (!faults.isEmpty()) {
            throw new MalformedUsersException(faults);
        }
        return new DigestUsers(realm, hashes);
    }

    private void readLine(String where, String line) {
        String[] parts = line.split(":", -1);
        if (parts.length != 3) {
            faults.add(where + " is not name:realm:hash");
            return;
        }
        if (!NAME.matcher(parts[0]).matches()) {
            faults.add(where + " has a name that is not 1 to 64 of the characters A-Z a-z 0-9 . _ ~ -");
        }
        readRealm(where, parts[1]);
        Optional<DigestAlgorithm> algorithm = DigestAlgorithm.of(parts[2]);
        if (algorithm.isEmpty()) {
            faults.add(where + " has a hash that is neither 32 hexadecimal digits (MD5) nor 64 (SHA-256)");
        } else if (!isNew(parts[0], algorithm.get(), parts[2])) {
            faults.add(where + " names a user that an earlier line has with a hash of the same kind");
        }
    }

    private boolean isNew(String name, DigestAlgorithm algorithm, String hash) {
        Map<String, String> known = hashes.computeIfAbsent(algorithm, first -> new HashMap<>());
        return known.put(name, hash.toLowerCase(Locale.ROOT)) == null;
    }

    private void readRealm(String where, String text) {
        if (!REALM.matcher(text).matches()) {
            faults.add(where + " has a realm that is not 1 to 100 characters of ASCII without quotes and backslashes");
        } else if (realm != null && !realm.equals(text)) {
            faults.add(where + " has another realm than the lines before; all have to have the same");
        } else {
            realm = text;
        }
    }
}

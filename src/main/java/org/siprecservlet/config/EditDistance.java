package org.siprecservlet.config;

/** How many characters have to be put in, taken out or changed to make one text of another (Levenshtein). */
final class EditDistance {

    private EditDistance() {}

    static int between(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row = next(row, i, a.charAt(i - 1), b);
        }
        return row[b.length()];
    }

    private static int[] next(int[] above, int i, char c, String b) {
        int[] row = new int[above.length];
        row[0] = i;
        for (int j = 1; j < row.length; j++) {
            int changed = above[j - 1] + (c == b.charAt(j - 1) ? 0 : 1);
            row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
        }
        return row;
    }
}

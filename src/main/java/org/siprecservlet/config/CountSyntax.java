package org.siprecservlet.config;

/** A whole number from 0 to the given one. */
record CountSyntax(int most) implements Syntax<Integer> {

    @Override
    public Integer parse(String text) throws BadValue {
        try {
            int count = Integer.parseInt(text);
            if (count >= 0 && count <= most) {
                return count;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw new BadValue("this is not a whole number from 0 to " + most, "write for example 1000");
    }
}

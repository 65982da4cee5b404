package org.siprecservlet.sdp;

/**
 * An m= line taken apart: {@code m=type port[/count] protocol formats} (RFC 8866 section 5.14). By hand, since every question
 * to a media description asks for it.
 *
 * @param portStart where the port begins in the line
 * @param portEnd where the port, and its count if there is one, ends in the line
 * @param count how many ports; 1 when the line does not say
 * @param formats what stands behind the protocol
 */
record MediaLine(String type, int port, int portStart, int portEnd, int count, String protocol, String formats) {

    private static final int PORT_DIGITS = 5;
    private static final int COUNT_DIGITS = 4;

    /** @throws IllegalArgumentException if the line is of another form; the message says which one it should have */
    static MediaLine parse(String line) {
        require(line.startsWith("m="));
        int typeEnd = endOfWord(line, 2);
        int portStart = endOfSpaces(line, typeEnd);
        int digitsEnd = endOfDigits(line, portStart, PORT_DIGITS);
        int portEnd = endOfCount(line, digitsEnd);
        int protocolStart = endOfSpaces(line, portEnd);
        int protocolEnd = endOfWord(line, protocolStart);
        return new MediaLine(
                line.substring(2, typeEnd),
                Integer.parseInt(line, portStart, digitsEnd, 10),
                portStart,
                portEnd,
                portEnd == digitsEnd ? 1 : Integer.parseInt(line, digitsEnd + 1, portEnd, 10),
                line.substring(protocolStart, protocolEnd),
                line.substring(protocolEnd));
    }

    private static int endOfWord(String line, int start) {
        int end = Lines.endOfWord(line, start);
        require(end > start);
        return end;
    }

    private static int endOfSpaces(String line, int start) {
        int end = start;
        while (end < line.length() && line.charAt(end) == ' ') {
            end++;
        }
        require(end > start);
        return end;
    }

    private static int endOfDigits(String line, int start, int most) {
        int end = start;
        while (end < line.length() && end - start < most && isDigit(line.charAt(end))) {
            end++;
        }
        require(end > start);
        return end;
    }

    private static int endOfCount(String line, int start) {
        boolean counted = start < line.length() && line.charAt(start) == '/';
        return counted ? endOfDigits(line, start + 1, COUNT_DIGITS) : start;
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }

    private static void require(boolean right) {
        if (!right) {
            throw new IllegalArgumentException("not of the form m=media port[/count] protocol formats");
        }
    }
}

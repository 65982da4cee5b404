package org.siprecservlet.metadata;

import com.fasterxml.jackson.databind.util.StdConverter;

/** Cuts a name to {@link Name#LONGEST} characters, never through a surrogate pair. */
final class NameLimit extends StdConverter<String, String> {

    @Override
    public String convert(String name) {
        int characters = Math.min(Name.LONGEST, name.codePointCount(0, name.length()));
        return name.substring(0, name.offsetByCodePoints(0, characters));
    }
}

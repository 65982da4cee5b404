package org.siprecservlet.config;

import java.util.ArrayList;
import java.util.List;

/** Values with commas between them; the complaints about all of them are collected. */
record CommaList<T>(Syntax<T> item) implements Syntax<List<T>> {

    @Override
    public List<T> parse(String text) throws BadValue {
        List<T> values = new ArrayList<>();
        List<BadValue.Complaint> complaints = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            try {
                values.add(parseItem(part.strip()));
            } catch (BadValue bad) {
                complaints.addAll(bad.complaints());
            }
        }
        if (!complaints.isEmpty()) {
            throw new BadValue(complaints);
        }
        return List.copyOf(values);
    }

    private T parseItem(String part) throws BadValue {
        if (part.isEmpty()) {
            throw new BadValue("there is nothing before, between or after commas", "leave out the comma too many");
        }
        return item.parse(part);
    }
}

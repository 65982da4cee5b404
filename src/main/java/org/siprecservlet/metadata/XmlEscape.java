package org.siprecservlet.metadata;

/** Makes any text fit to stand in XML, within an element or between quotes of either kind. */
public final class XmlEscape {

    private XmlEscape() {}

    /** The text as one line, escaped, without the characters that XML does not allow. */
    public static String text(String text) {
        return XmlText.oneLegalLine(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }
}

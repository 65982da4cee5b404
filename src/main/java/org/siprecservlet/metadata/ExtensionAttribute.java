package org.siprecservlet.metadata;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An attribute of an element of extension data. Attributes that say something about the document itself are refused: those
 * of XML (but {@code xml:lang}) and of XML Schema, by which a document could be made invalid.
 *
 * @param namespace empty when it has none
 * @param name the local name
 * @param value any text
 */
public record ExtensionAttribute(String namespace, String name, String value) {

    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

    public ExtensionAttribute {
        Objects.requireNonNull(namespace);
        Objects.requireNonNull(value);
        if (!Extension.LOCAL_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not an attribute name: " + name);
        }
        boolean language = name.equals("lang") && LANGUAGE.matcher(value).matches();
        if (namespace.equals(SCHEMA_INSTANCE) || namespace.equals(XML) && !language) {
            throw new IllegalArgumentException("extension data can not have this attribute: " + name);
        }
        if (!namespace.isEmpty() && !namespace.equals(XML)) {
            Extension.checkNamespace(namespace);
        }
    }
}

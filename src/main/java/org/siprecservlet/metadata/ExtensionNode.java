package org.siprecservlet.metadata;

/** What an element of extension data can hold. */
public sealed interface ExtensionNode permits Extension, ExtensionText {}

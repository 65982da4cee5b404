/**
 * Recording metadata: what the recorder is told about a call (RFC 7865). Owns the model, a tree of records in the words
 * of the RFC, and its XML form, written by {@link org.siprecservlet.metadata.MetadataWriter} and read by
 * {@link org.siprecservlet.metadata.MetadataParser}. Knows nothing of calls, dialogs or media: whoever describes a
 * recording builds the records, with ids from an injected {@link org.siprecservlet.metadata.IdSource}. Everything here
 * is immutable or stateless, so any thread may call it.
 */
package org.siprecservlet.metadata;

/**
 * What other programs see of recordings over HTTP: JAX-RS resources under {@code /api/v1}, JSON records, and errors as
 * problem documents (RFC 9457). Owns the shape of the JSON; docs/rest.md is its contract. Reads recordings through
 * {@link org.siprecservlet.recording.RecordingService} and holds no state. Called by the JAX-RS container only.
 */
package org.siprecservlet.rest;

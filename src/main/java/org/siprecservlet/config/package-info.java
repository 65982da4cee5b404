/**
 * What an operator may set: the keys under {@code siprec.}, their defaults, and one checked record per area.
 * Owns the syntax of every value and the wording of every complaint; all faults are told in one message.
 * Reads from a {@link org.siprecservlet.config.Settings} port; {@code MicroProfileSettings} is its one adapter.
 * Called once, by whatever puts the application together, before anything else is made.
 * Opens no sockets and reads no files: what does is handed in by the caller.
 */
package org.siprecservlet.config;

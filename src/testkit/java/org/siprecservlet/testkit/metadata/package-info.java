/**
 * Judges recording metadata from the outside: against the schema of RFC 7865 and against the rules that a schema can
 * not hold. Owns its own reading of the RFC and shares no code with the product on purpose, so that one mistake can not
 * hide in both. For tests and for recorders in the test kit; needs the JDK only, never the network; stateless.
 */
package org.siprecservlet.testkit.metadata;

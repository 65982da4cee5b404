/**
 * Holds docs/conformance.md to the tests: which requirement on a SIPREC client is shown by which test. Owns the annotation
 * that names a requirement in a test, the list of the requirements, and the report. Any test may use the annotation.
 */
package org.siprecservlet.conformance;

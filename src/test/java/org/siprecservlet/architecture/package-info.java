/**
 * What holds the shape of the product: who may know whom, and how large a piece may grow.
 *
 * <p>A rule that fails here is a question about the design, not about the rule's wording: move the code, or change the
 * decision in {@code docs/adr} first and the rule with it.
 */
package org.siprecservlet.architecture;

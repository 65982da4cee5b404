/**
 * The application put together: the one place where the parts meet.
 *
 * <p>Owns the check of the configuration at deployment, the threads, and the making of every part that has more than one
 * possible form. Depends on all other packages; none depends on it.
 */
package org.siprecservlet.app;

/**
 * Whether this server can take calls, for load balancers and orchestrators: MicroProfile Health checks, shown by the
 * server under {@code /health/live} and {@code /health/ready}. Owns the {@link org.siprecservlet.health.ServingState},
 * which whatever starts and stops the application tells; the checks only read it. No check depends on a recorder:
 * calls are carried without one.
 */
package org.siprecservlet.health;

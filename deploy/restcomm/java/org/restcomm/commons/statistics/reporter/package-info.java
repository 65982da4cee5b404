/** Where the container looks for its reporter of statistics, and finds one that says nothing. */
package org.restcomm.commons.statistics.reporter;

/** The answer worked out from rows in memory, sharing no code with any implementation. */
package org.activitysummary.testbed.oracle;

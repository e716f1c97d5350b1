/** JMH benchmarks of every implementation at every size, and how to run them by hand. */
package org.activitysummary.benchmarks;

/** Times calls with JMH, in rounds that alternate the implementations. */
package org.activitysummary.evaluation.latency;

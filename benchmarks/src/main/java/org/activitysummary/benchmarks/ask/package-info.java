/** One call in a small process, to see in how little memory it gets an answer. */
package org.activitysummary.benchmarks.ask;

/**
 * The ground that measurements stand on: datasets, databases, conformance cases, and their one
 * failure.
 */
package org.activitysummary.testbed;

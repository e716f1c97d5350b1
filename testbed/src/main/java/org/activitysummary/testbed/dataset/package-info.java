/** The seeded dataset: its distribution, its rows, its users and their expected summaries. */
package org.activitysummary.testbed.dataset;

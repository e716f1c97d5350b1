/** The summary computed by the database: a user's events never leave it. */
package org.activitysummary.after;

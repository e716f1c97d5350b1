/** The function, its answer, its one failure, and how an implementation makes itself known. */
package org.activitysummary.contract;

/** Many callers at once, in a process of their own with a small heap. */
package org.activitysummary.evaluation.load;

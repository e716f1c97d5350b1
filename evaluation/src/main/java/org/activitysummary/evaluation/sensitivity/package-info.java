/** How small a change the comparison notices, and how seldom it errs. */
package org.activitysummary.evaluation.sensitivity;

/** Other ways to write the function, measured when asked for, and the floor below all of them. */
package org.activitysummary.alternatives;

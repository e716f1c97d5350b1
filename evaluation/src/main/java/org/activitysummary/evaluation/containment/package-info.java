/**
 * Asks implementations in a process of their own, so that one that crashes, hangs, eats the heap or
 * ends its process takes nothing else with it.
 */
package org.activitysummary.evaluation.containment;

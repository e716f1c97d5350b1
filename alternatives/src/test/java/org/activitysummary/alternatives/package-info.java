/** Tests against one embedded server for the whole module. */
package org.activitysummary.alternatives;

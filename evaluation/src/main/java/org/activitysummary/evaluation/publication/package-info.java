/** Tables that documents take from published files, so that no figure is copied by hand. */
package org.activitysummary.evaluation.publication;

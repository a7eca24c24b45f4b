package dev.limber.core.exercise;

/** Whether a clinician has looked an exercise over. */
public enum ClinicalReview {
    NONE,
    REVIEWED
}

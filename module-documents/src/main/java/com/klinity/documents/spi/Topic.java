package com.klinity.documents.spi;

/** What a remark in a consultation is about, and what a template's section takes. In the order they usually come. */
public enum Topic {
    /** Why the patient came, in one remark. */
    COMPLAINT,
    /** The present illness: what, since when, how bad. */
    SYMPTOMS,
    /** Earlier illnesses and operations. */
    PAST_HISTORY,
    /** What the patient takes already. */
    MEDICATION,
    /** Allergies and intolerances. */
    ALLERGIES,
    /** Illnesses in the family. */
    FAMILY_HISTORY,
    /** Work, home, tobacco, alcohol, exercise. */
    SOCIAL_HISTORY,
    /** Mood, thoughts, sleep and behaviour. */
    MENTAL_STATE,
    /** Vital signs and other numbers taken in the room. */
    MEASUREMENTS,
    /** What was seen, heard or felt on the patient. */
    EXAMINATION,
    /** Laboratory, imaging and other reports that are there already. */
    RESULTS,
    /** What the practitioner did in the session, as in therapy. */
    INTERVENTION,
    /** How the patient took it. */
    RESPONSE,
    /** Diagnosis, likely cause, course. */
    ASSESSMENT,
    /** Tests that are asked for. */
    INVESTIGATIONS,
    /** Medicines and procedures from now on. */
    TREATMENT,
    /** What the patient should do or avoid. */
    ADVICE,
    /** When to seek help at once. */
    SAFETY_NET,
    /** To whom the patient is sent. */
    REFERRAL,
    /** When to meet again. */
    FOLLOW_UP
}

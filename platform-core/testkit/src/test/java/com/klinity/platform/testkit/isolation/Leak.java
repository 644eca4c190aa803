package com.klinity.platform.testkit.isolation;

/** A mistake that {@link ShelvesModule} can make, and the test of the matrix that must find it. */
enum Leak {
    ANOTHERS_ID_IS_FORBIDDEN_INSTEAD_OF_UNKNOWN("GET /v1/shelves/{id} ▸ path id"),
    ANOTHERS_ID_COSTS_ONE_STATEMENT_MORE("GET /v1/shelves/{id} ▸ path id"),
    ANOTHERS_REFERENCE_IS_STORED("POST /v1/shelves ▸ body ${shelf}"),
    ANOTHERS_NAME_IS_TAKEN("POST /v1/shelves ▸ body ${label}"),
    ANOTHERS_FILE_IS_REMOVED_BEFORE_THE_CHECK("DELETE /v1/shelves/{id} ▸ path id"),
    ANOTHERS_KEY_ANSWERS("POST /v1/shelves ▸ header Idempotency-Key"),
    A_TOTAL_COUNTS_EVERYBODY("GET /v1/shelves ▸ whatever others have"),
    A_HEADER_SAYS_WHOSE_CALL_IT_IS("GET /v1/shelves ▸ account id smuggled in header"),
    A_QUERY_SAYS_WHOSE_CALL_IT_IS("GET /v1/shelves ▸ account id smuggled in query");

    private final String finder;

    Leak(String finder) {
        this.finder = finder;
    }

    String finder() {
        return finder;
    }
}

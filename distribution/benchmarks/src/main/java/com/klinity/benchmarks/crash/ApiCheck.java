package com.klinity.benchmarks.crash;

import com.klinity.benchmarks.crash.Outcome.Acknowledged;
import com.klinity.benchmarks.load.Target;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Whether the server tells its callers what is in the database.
 *
 * @param snapshot what is there
 * @param accounts who asks
 */
record ApiCheck(Snapshot snapshot, List<Target> accounts) {

    List<String> findings(URI server) {
        List<String> findings = new ArrayList<>();
        try (Api api = new Api(server)) {
            for (Target account : accounts) {
                integrity(account, api, findings); // first: what follows leaves entries
                for (Kind kind : Kind.values()) {
                    listing(kind, account, api, findings);
                }
            }
        }
        return findings;
    }

    private void integrity(Target account, Api api, List<String> findings) {
        JsonNode answer = api.get("/v1/audit/integrity", account.token());
        boolean same = answer.path("head").asString().equals(snapshot.heads().get(account.account()));
        if (!answer.path("verified").asBoolean() || !same) {
            findings.add("account " + account.account() + ": the server says of its chain " + answer);
        }
    }

    private void listing(Kind kind, Target account, Api api, List<String> findings) {
        Map<UUID, String> rows = new HashMap<>();
        snapshot.rows().values().stream()
                .filter(row -> row.kind() == kind && row.account().equals(account.account()))
                .forEach(row -> rows.put(row.id(), row.mark()));
        Outcome outcome = api.sendUntilKnown(new Operation.Listing(kind), account.token());
        if (!(outcome instanceof Acknowledged answer) || !rows.equals(answer.items())) {
            findings.add(
                    "account %s: the server lists %s, the database has %s".formatted(account.account(), outcome, rows));
        }
    }
}

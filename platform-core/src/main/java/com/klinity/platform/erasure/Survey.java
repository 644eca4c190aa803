package com.klinity.platform.erasure;

import com.klinity.platform.erasure.ErasureReport.Copy;
import com.klinity.platform.erasure.ErasureReport.Outcome;
import com.klinity.platform.erasure.ErasureReport.Rows;
import com.klinity.platform.spi.AfterDeletion;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.OutsideData;
import com.klinity.platform.spi.Scope;
import java.time.Instant;
import java.util.List;

/** Counts what an account holds. */
record Survey(Scope scope) {

    ErasureReport report(Instant deletedAt, List<Holding> holdings) {
        List<Rows> data = holdings.stream()
                .flatMap(holding -> holding.kinds().stream().map(kind -> rows(holding, kind)))
                .toList();
        List<Copy> copies = holdings.stream()
                .flatMap(holding -> holding.outside().stream().map(outside -> copy(holding, outside)))
                .toList();
        return new ErasureReport(scope.account(), deletedAt, data, copies, ErasureReport.NOTICE);
    }

    private Rows rows(Holding holding, DataKind kind) {
        long rows = kind.tables().stream().mapToLong(this::count).sum();
        return switch (kind.afterDeletion()) {
            case AfterDeletion.Erased erased ->
                new Rows(holding.feature(), kind.name(), kind.phi(), Outcome.ERASED, kind.retention(), rows, null);
            case AfterDeletion.Kept(String reason) ->
                new Rows(holding.feature(), kind.name(), kind.phi(), Outcome.KEPT, kind.retention(), rows, reason);
        };
    }

    private static Copy copy(Holding holding, OutsideData outside) {
        return switch (outside) {
            case OutsideData.Removable(String name, boolean phi, String holder, var eraser) ->
                new Copy(holding.feature(), name, phi, holder, Outcome.ERASED, null);
            case OutsideData.Remaining(String name, boolean phi, String holder, String reason) ->
                new Copy(holding.feature(), name, phi, holder, Outcome.KEPT, reason);
        };
    }

    private long count(String table) {
        return scope.sql("select count(*) as rows from " + table)
                .first(row -> row.number("rows"))
                .orElseThrow();
    }
}

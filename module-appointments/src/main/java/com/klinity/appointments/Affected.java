package com.klinity.appointments;

import com.klinity.appointments.api.Holding;
import com.klinity.appointments.api.Holding.Kind;
import java.util.List;
import java.util.UUID;

/**
 * What rested on a consent that was withdrawn, for the practitioner to delete.
 *
 * @param recordings  deleting one takes its transcripts along
 * @param transcripts of those recordings
 * @param drafts      that a machine made of them
 * @param documents   the same, but signed: they stay
 */
record Affected(List<UUID> recordings, List<UUID> transcripts, List<UUID> drafts, List<UUID> documents) {

    static Affected of(List<Holding> all) {
        return new Affected(
                of(all, Kind.RECORDING), of(all, Kind.TRANSCRIPT), of(all, Kind.DRAFT), of(all, Kind.SIGNED_DOCUMENT));
    }

    private static List<UUID> of(List<Holding> all, Kind kind) {
        return all.stream()
                .filter(held -> held.kind() == kind && held.fromAudio())
                .map(Holding::id)
                .toList();
    }
}

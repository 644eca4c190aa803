package com.klinity.documents.drafting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the part of the consultation that each remark belongs to: the sequence with the most evidence for it, where going
 * on costs a little, going back costs more and staying costs nothing (Viterbi's algorithm). A remark that says nothing by
 * itself so stays with its neighbours.
 */
final class PhasePath {

    private static final Phase[] PHASES = Phase.values();
    private static final double FORWARD = 0.5;
    private static final double BACK = 1.5;

    private PhasePath() {}

    static List<Phase> of(List<Evidence> remarks) {
        if (remarks.isEmpty()) {
            return List.of();
        }
        int[][] cameFrom = new int[remarks.size()][PHASES.length];
        double[] score = new double[PHASES.length];
        Arrays.setAll(score, phase -> -cost(0, phase));
        for (int remark = 0; remark < remarks.size(); remark++) {
            score = step(score, remarks.get(remark), cameFrom[remark]);
        }
        return walkBack(cameFrom, indexOfBest(score));
    }

    private static double[] step(double[] before, Evidence remark, int[] cameFrom) {
        double[] after = new double[PHASES.length];
        for (int to = 0; to < PHASES.length; to++) {
            double[] reached = new double[PHASES.length];
            int goal = to;
            Arrays.setAll(reached, from -> before[from] - cost(from, goal));
            cameFrom[to] = indexOfBest(reached);
            after[to] = reached[cameFrom[to]] + remark.of(PHASES[to]);
        }
        return after;
    }

    private static List<Phase> walkBack(int[][] cameFrom, int last) {
        List<Phase> path = new ArrayList<>();
        int phase = last;
        for (int remark = cameFrom.length - 1; remark >= 0; remark--) {
            path.add(PHASES[phase]);
            phase = cameFrom[remark][phase];
        }
        return path.reversed();
    }

    private static double cost(int from, int to) {
        return to >= from ? FORWARD * (to - from) : BACK;
    }

    private static int indexOfBest(double[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }
}

package com.klinity.benchmarks.load;

import com.klinity.benchmarks.bare.Message;
import com.klinity.benchmarks.machine.BenchmarkFailure;
import java.net.URI;
import java.util.List;

/**
 * What the right answers look like on the wire.
 *
 * @param first    one of them
 * @param shortest length of the shortest in bytes
 * @param longest  length of the longest in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Answers(byte[] first, int shortest, int longest) {

    private static final int OK = 200;

    /** Asks for each target once, and looks at what comes. */
    public static Answers of(URI server, List<Target> targets) {
        List<byte[]> answers =
                targets.stream().map(target -> right(server, target)).toList();
        return new Answers(
                answers.getFirst(),
                answers.stream().mapToInt(answer -> answer.length).min().orElseThrow(),
                answers.stream().mapToInt(answer -> answer.length).max().orElseThrow());
    }

    private static byte[] right(URI server, Target target) {
        byte[] answer = RawHttp.get(server, target);
        Message message = Message.parse(answer);
        String body = new String(message.body(), java.nio.charset.StandardCharsets.UTF_8);
        if (message.status() != OK || !body.contains(target.patient().toString())) {
            throw new BenchmarkFailure(target.path() + " answered " + message.status());
        }
        return answer;
    }
}

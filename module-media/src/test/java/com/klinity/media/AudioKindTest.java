package com.klinity.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioKindTest {

    private static final String RIFF = "524946462400000057415645666d7420";

    @ParameterizedTest
    @CsvSource({
        "audio/wav, audio/wav",
        "audio/x-wav, audio/wav",
        "audio/mp3, audio/mpeg",
        "audio/opus, audio/ogg",
        "audio/x-flac, audio/flac",
        "audio/webm, audio/webm",
        "audio/x-m4a, audio/mp4",
        "audio/x-aac, audio/aac"
    })
    void each_kind_has_one_usual_name(String declared, String usual) {
        assertEquals(usual, AudioKind.usual(declared));
    }

    @ParameterizedTest
    @CsvSource({
        "WAV, " + RIFF,
        "WAV, 52463634ffffffff57415645",
        "MPEG, 4944330400000000",
        "MPEG, fffb9064",
        "MPEG, fff38064",
        "MPEG, ffe31864",
        "OGG, 4f67675300020000",
        "FLAC, 664c614300000022",
        "WEBM, 1a45dfa39f4286810142f7810142f2810442f381084282847765626d",
        "MP4, 0000001c667479704d344120",
        "AAC, fff15080",
        "AAC, fff94c80",
        "AAC, 41444946"
    })
    void each_kind_knows_its_own_beginning_and_no_other(AudioKind kind, String beginning) {
        AudioHead head = head(beginning);
        assertEquals(
                List.of(kind),
                Arrays.stream(AudioKind.values())
                        .filter(candidate -> candidate.matches(head))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "52",
                "52494646",
                // RIFF that holds a film
                "524946462400000041564920",
                // frames with reserved layer, bit rate, sample rate and version
                "ffe09064",
                "fffbf064",
                "fffb9c64",
                "ffeb9064",
                // Matroska that is not WebM
                "1a45dfa39f428284",
                "3c68746d6c3e",
                "25504446",
                "504b0304",
                "7f454c46"
            })
    void what_is_not_audio_is_of_no_kind(String beginning) {
        AudioHead head = head(beginning);
        assertEquals(
                List.of(),
                Arrays.stream(AudioKind.values())
                        .filter(candidate -> candidate.matches(head))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_can_be_declared(AudioKind kind) {
        String usual = "audio/" + kind.name().toLowerCase(java.util.Locale.ROOT);
        assertEquals(Optional.of(kind), AudioKind.of(usual));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "audio/midi", "audio/*", "video/mp4", "application/octet-stream", "text/plain"})
    void other_types_declare_no_kind(String type) {
        assertTrue(AudioKind.of(type).isEmpty());
    }

    @Test
    void a_document_type_behind_the_header_does_not_count() {
        byte[] matroska = Arrays.copyOf(HexFormat.of().parseHex("1a45dfa3"), 200);
        byte[] webm = {'w', 'e', 'b', 'm'};
        System.arraycopy(webm, 0, matroska, 100, webm.length);
        assertFalse(AudioKind.WEBM.matches(new AudioHead(matroska)));
    }

    private static AudioHead head(String hex) {
        return new AudioHead(HexFormat.of().parseHex(hex));
    }
}

package com.klinity.media;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds of audio files that are taken in, and how each begins. */
enum AudioKind {
    /** RIFF and its 64-bit form. */
    WAV,
    /** MPEG-1 and -2 audio, with or without an ID3 tag. */
    MPEG,
    /** Vorbis and Opus in Ogg (RFC 3533). */
    OGG,
    /** RFC 9639. */
    FLAC,
    /** Opus and Vorbis in WebM. */
    WEBM,
    /** AAC and others in ISO base media. */
    MP4,
    /** Bare AAC frames. */
    AAC;

    private static final Map<String, AudioKind> TYPES = Map.ofEntries(
            entry("audio/wav", WAV),
            entry("audio/wave", WAV),
            entry("audio/x-wav", WAV),
            entry("audio/vnd.wave", WAV),
            entry("audio/mpeg", MPEG),
            entry("audio/mp3", MPEG),
            entry("audio/ogg", OGG),
            entry("audio/opus", OGG),
            entry("audio/vorbis", OGG),
            entry("audio/flac", FLAC),
            entry("audio/x-flac", FLAC),
            entry("audio/webm", WEBM),
            entry("audio/mp4", MP4),
            entry("audio/m4a", MP4),
            entry("audio/x-m4a", MP4),
            entry("audio/aac", AAC),
            entry("audio/x-aac", AAC));

    /** The kind a media type (lower case, without parameters) declares. */
    static Optional<AudioKind> of(String mediaType) {
        return Optional.ofNullable(TYPES.get(mediaType));
    }

    /** The name to use for it among those a media type of recordings may have. */
    static String usual(String mediaType) {
        return of(mediaType)
                .map(kind -> "audio/" + kind.name().toLowerCase(Locale.ROOT))
                .orElse(mediaType);
    }

    /** Whether a file that begins like this is of the kind. */
    boolean matches(AudioHead head) {
        return switch (this) {
            case WAV -> (head.has(0, "RIFF") || head.has(0, "RF64")) && head.has(8, "WAVE");
            case MPEG -> head.has(0, "ID3") || mpegFrame(head);
            case OGG -> head.has(0, "OggS");
            case FLAC -> head.has(0, "fLaC");
            case WEBM -> head.littleEndian(0) == 0xa3df451aL && head.hasWithin(EBML_HEADER, "webm");
            case MP4 -> head.has(4, "ftyp");
            case AAC -> head.has(0, "ADIF") || (head.at(0) == 0xff && (head.at(1) & 0xf6) == 0xf0);
        };
    }

    /** The document type stands in the header element, which is never longer in practice. */
    private static final int EBML_HEADER = 64;

    /** A frame header without reserved values in version, layer, bit rate and sample rate (ISO 11172-3 §2.4.1.3). */
    private static boolean mpegFrame(AudioHead head) {
        int second = head.at(1);
        int third = head.at(2);
        return head.at(0) == 0xff
                && (second & 0xe0) == 0xe0
                && (second & 0x18) != 0x08
                && (second & 0x06) != 0
                && (third & 0xf0) != 0xf0
                && (third & 0x0c) != 0x0c;
    }
}

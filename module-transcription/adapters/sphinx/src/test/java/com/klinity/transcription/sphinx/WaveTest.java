package com.klinity.transcription.sphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.TranscriptionFailure.Code;
import com.klinity.transcription.testkit.Recording;
import com.klinity.transcription.testkit.WaveFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaveTest {
    private static final int FORMAT_TAG = 20;
    private static final int CHANNELS = 22;
    private static final int RATE = 24;
    private static final int BITS = 34;
    private static final int DATA_NAME = 36;
    private static final int DATA_SIZE = 40;

    @ParameterizedTest
    @CsvSource({
        "1, 16000, 16",
        "2, 16000, 16",
        "1, 16000, 8",
        "1, 16000, 24",
        "2, 44100, 24",
        "1, 8000, 8",
        "2, 48000, 16",
        "1, 11025, 16",
        "1, 22050, 8",
        "1, 32000, 16",
        "1, 96000, 24",
        "1, 192000, 16",
    })
    void a_tone_of_every_kind_keeps_its_strength_and_pitch(int channels, int rate, int bits) throws IOException {
        float[] samples = read(new WaveFile(channels, rate, bits).of(1, Tone.of(440, 0.5)));

        assertEquals(0.5, Tone.strength(samples, 440), 0.02);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 16_000, 44_100, 48_000})
    void the_length_in_time_stays(int rate) throws IOException {
        float[] samples = read(new WaveFile(1, rate, 16).of(1.5, Tone.of(300, 0.1)));

        assertEquals(24_000, samples.length, 1);
    }

    @Test
    void what_16_khz_cannot_carry_is_removed() throws IOException {
        float[] samples = read(new WaveFile(1, 48_000, 16).of(1, Tone.of(13_000, 0.9)));

        assertTrue(Tone.strength(samples, 3_000) < 0.001, "no alias at 16 kHz - 13 kHz");
    }

    @Test
    void two_channels_are_mixed() throws IOException {
        byte[] stereo = bytes(new WaveFile(2, 16_000, 16).silence(0.1));
        for (int frame = 0; frame < 1_600; frame++) {
            stereo[44 + 4 * frame + 1] = 64; // left: a half of full scale
        }

        assertEquals(8_192, read(new Recording("audio/wav", stereo))[800]);
    }

    @Test
    void other_chunks_are_skipped() throws IOException {
        byte[] plain = bytes(WaveFile.SPEECH.of(0.5, Tone.of(440, 0.5)));
        byte[] list = {'L', 'I', 'S', 'T', 3, 0, 0, 0, 'a', 'b', 'c', 0};
        byte[] file = new byte[plain.length + list.length];
        System.arraycopy(plain, 0, file, 0, DATA_NAME);
        System.arraycopy(list, 0, file, DATA_NAME, list.length);
        System.arraycopy(plain, DATA_NAME, file, DATA_NAME + list.length, plain.length - DATA_NAME);

        assertEquals(8_000, read(new Recording("audio/wav", file)).length);
    }

    @Test
    void a_recording_that_leaves_its_size_open_is_read_to_its_end() throws IOException {
        byte[] file = bytes(WaveFile.SPEECH.silence(0.5));
        Arrays.fill(file, DATA_SIZE, DATA_SIZE + 4, (byte) 0xFF);

        assertEquals(8_000, read(new Recording("audio/wav", file)).length);
    }

    @Test
    void the_extensible_form_of_pcm_is_understood() throws IOException {
        byte[] plain = bytes(WaveFile.SPEECH.silence(0.5));
        byte[] file = new byte[plain.length + 24];
        System.arraycopy(plain, 0, file, 0, DATA_NAME);
        file[16] = 40;
        file[FORMAT_TAG] = (byte) 0xFE;
        file[FORMAT_TAG + 1] = (byte) 0xFF;
        file[DATA_NAME] = 22;
        file[DATA_NAME + 8] = 1; // the sub-format begins with the tag of PCM
        System.arraycopy(plain, DATA_NAME, file, DATA_NAME + 24, plain.length - DATA_NAME);

        assertEquals(8_000, read(new Recording("audio/wav", file)).length);
    }

    @ParameterizedTest
    @CsvSource({
        FORMAT_TAG + ", 3", // floating point
        FORMAT_TAG + ", 17", // compressed
        CHANNELS + ", 0",
        CHANNELS + ", 6",
        BITS + ", 32",
        BITS + ", 12",
        BITS + ", 0",
        (RATE + 1) + ", 1", // 384 Hz
        (RATE + 3) + ", 127", // two billion Hz
        "0, 79", // not RIFF
        "8, 65", // not WAVE
    })
    void other_kinds_are_refused_with_the_kinds_taken(int at, byte value) {
        byte[] file = bytes(WaveFile.SPEECH.silence(0.5));
        file[at] = value;

        TranscriptionFailure failure =
                assertThrows(TranscriptionFailure.class, () -> read(new Recording("audio/wav", file)));

        assertEquals(Code.UNSUPPORTED_AUDIO, failure.code());
        assertEquals(PcmFormat.TAKEN, failure.getMessage());
    }

    @Test
    void a_header_cut_anywhere_is_unreadable() {
        Recording whole = WaveFile.SPEECH.silence(0.5);
        for (int length = 0; length < 44; length++) {
            Recording cut = whole.cutTo(length);
            TranscriptionFailure failure = assertThrows(TranscriptionFailure.class, () -> read(cut));
            assertEquals(Code.UNREADABLE_AUDIO, failure.code(), "cut to " + length);
        }
    }

    @Test
    void samples_cut_short_are_unreadable() {
        Recording cut = WaveFile.SPEECH.silence(0.5).cutTo(9_999);

        TranscriptionFailure failure = assertThrows(TranscriptionFailure.class, () -> read(cut));

        assertEquals(Code.UNREADABLE_AUDIO, failure.code());
    }

    @Test
    void samples_before_their_description_are_unreadable() {
        byte[] file = bytes(WaveFile.SPEECH.silence(0.5));
        file[12] = 'x';

        TranscriptionFailure failure =
                assertThrows(TranscriptionFailure.class, () -> read(new Recording("audio/wav", file)));

        assertEquals(Code.UNREADABLE_AUDIO, failure.code());
    }

    @Test
    void a_description_that_is_too_short_is_unreadable() {
        byte[] file = bytes(WaveFile.SPEECH.silence(0.5));
        file[16] = 14;

        TranscriptionFailure failure =
                assertThrows(TranscriptionFailure.class, () -> read(new Recording("audio/wav", file)));

        assertEquals(Code.UNREADABLE_AUDIO, failure.code());
    }

    @Test
    void a_chunk_longer_than_the_file_is_unreadable() {
        byte[] file = bytes(WaveFile.SPEECH.silence(0.5));
        file[12] = 'x';
        file[19] = (byte) 0xF0;

        TranscriptionFailure failure =
                assertThrows(TranscriptionFailure.class, () -> read(new Recording("audio/wav", file)));

        assertEquals(Code.UNREADABLE_AUDIO, failure.code());
    }

    private static byte[] bytes(Recording recording) {
        try (var in = recording.open()) {
            return in.readAllBytes();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static float[] read(Recording recording) throws IOException {
        byte[] bytes = bytes(recording);
        SampleStream samples =
                Wave.read(new ByteArrayInputStream(bytes), bytes.length).samples();
        float[] all = new float[2 * bytes.length]; // 8 kHz of 8 bit doubles
        int size = samples.read(all);
        assertEquals(0, samples.read(new float[1]), "nothing is left");
        return Arrays.copyOf(all, size);
    }
}

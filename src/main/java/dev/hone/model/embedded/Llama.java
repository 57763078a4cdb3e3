package dev.hone.model.embedded;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;

/// The functions of llama.cpp that Hone calls, one field each, named as there without `llama_`.
final class Llama {
  private static final Object LOADING = new Object();

  final NativeFunction modelLoadFromFile;
  final NativeFunction modelFree;
  final NativeFunction modelGetVocab;
  final NativeFunction initFromModel;
  final NativeFunction free;
  final NativeFunction getMemory;
  final NativeFunction memorySeqRm;
  final NativeFunction memoryClear;
  final NativeFunction decode;
  final NativeFunction getLogitsIth;
  final NativeFunction nCtx;
  final NativeFunction setNThreads;
  final NativeFunction vocabNTokens;
  final NativeFunction vocabIsEog;
  final NativeFunction vocabEos;
  final NativeFunction vocabEot;
  final NativeFunction vocabGetAddBos;
  final NativeFunction vocabBos;
  final NativeFunction vocabGetAttr;
  final NativeFunction vocabGetText;
  final NativeFunction tokenize;
  final NativeFunction tokenToPiece;
  final NativeFunction samplerChainInit;
  final NativeFunction samplerChainAdd;
  final NativeFunction samplerInitGreedy;
  final NativeFunction samplerInitDist;
  final NativeFunction samplerInitTopK;
  final NativeFunction samplerInitTopP;
  final NativeFunction samplerInitMinP;
  final NativeFunction samplerInitTemp;
  final NativeFunction samplerInitGrammar;
  final NativeFunction samplerApply;
  final NativeFunction samplerAccept;
  final NativeFunction samplerSample;
  final NativeFunction samplerFree;
  final NativeFunction chatApplyTemplate;
  private final NativeFunction modelDefaultParams;
  private final NativeFunction contextDefaultParams;
  private final NativeFunction version;
  private final NativeFunction backendInit;
  private final NativeFunction logSet;
  private final NativeFunction backendLoadAllFromPath;
  private final NativeFunction backendRegCount;

  private final SymbolLookup llama;

  private Llama(EngineLibraries libraries) {
    llama = libraries.llama();
    modelLoadFromFile = function("model_load_from_file", ADDRESS, ADDRESS, Structs.MODEL_PARAMS);
    modelFree = action("model_free", ADDRESS);
    modelGetVocab = function("model_get_vocab", ADDRESS, ADDRESS);
    initFromModel = function("init_from_model", ADDRESS, ADDRESS, Structs.CONTEXT_PARAMS);
    free = action("free", ADDRESS);
    getMemory = function("get_memory", ADDRESS, ADDRESS);
    memorySeqRm = function("memory_seq_rm", JAVA_BOOLEAN, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT);
    memoryClear = action("memory_clear", ADDRESS, JAVA_BOOLEAN);
    decode = function("decode", JAVA_INT, ADDRESS, Structs.BATCH);
    getLogitsIth = function("get_logits_ith", ADDRESS, ADDRESS, JAVA_INT);
    nCtx = function("n_ctx", JAVA_INT, ADDRESS);
    setNThreads = action("set_n_threads", ADDRESS, JAVA_INT, JAVA_INT);
    vocabNTokens = function("vocab_n_tokens", JAVA_INT, ADDRESS);
    vocabIsEog = function("vocab_is_eog", JAVA_BOOLEAN, ADDRESS, JAVA_INT);
    vocabEos = function("vocab_eos", JAVA_INT, ADDRESS);
    vocabEot = function("vocab_eot", JAVA_INT, ADDRESS);
    vocabGetAddBos = function("vocab_get_add_bos", JAVA_BOOLEAN, ADDRESS);
    vocabBos = function("vocab_bos", JAVA_INT, ADDRESS);
    vocabGetAttr = function("vocab_get_attr", JAVA_INT, ADDRESS, JAVA_INT);
    vocabGetText = function("vocab_get_text", ADDRESS, ADDRESS, JAVA_INT);
    chatApplyTemplate =
        function(
            "chat_apply_template",
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            JAVA_LONG,
            JAVA_BOOLEAN,
            ADDRESS,
            JAVA_INT);
    tokenize =
        function(
            "tokenize",
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            JAVA_BOOLEAN,
            JAVA_BOOLEAN);
    tokenToPiece =
        function(
            "token_to_piece",
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            JAVA_INT,
            JAVA_BOOLEAN);
    samplerChainInit = function("sampler_chain_init", ADDRESS, Structs.SAMPLER_CHAIN_PARAMS);
    samplerChainAdd = action("sampler_chain_add", ADDRESS, ADDRESS);
    samplerInitGreedy = function("sampler_init_greedy", ADDRESS);
    samplerInitDist = function("sampler_init_dist", ADDRESS, JAVA_INT);
    samplerInitTopK = function("sampler_init_top_k", ADDRESS, JAVA_INT);
    samplerInitTopP = function("sampler_init_top_p", ADDRESS, JAVA_FLOAT, JAVA_LONG);
    samplerInitMinP = function("sampler_init_min_p", ADDRESS, JAVA_FLOAT, JAVA_LONG);
    samplerInitTemp = function("sampler_init_temp", ADDRESS, JAVA_FLOAT);
    samplerInitGrammar = function("sampler_init_grammar", ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    samplerApply = action("sampler_apply", ADDRESS, ADDRESS);
    samplerAccept = action("sampler_accept", ADDRESS, JAVA_INT);
    samplerSample = function("sampler_sample", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
    samplerFree = action("sampler_free", ADDRESS);
    modelDefaultParams = function("model_default_params", Structs.ROOM);
    contextDefaultParams = function("context_default_params", Structs.ROOM);
    version = function("version", ADDRESS);
    backendInit = action("backend_init");
    logSet = action("log_set", ADDRESS, ADDRESS);
    backendLoadAllFromPath =
        NativeFunction.of(
            libraries.ggml(),
            "ggml_backend_load_all_from_path",
            FunctionDescriptor.ofVoid(ADDRESS));
    backendRegCount =
        NativeFunction.of(
            libraries.ggml(), "ggml_backend_reg_count", FunctionDescriptor.of(JAVA_LONG));
  }

  private NativeFunction function(String name, MemoryLayout result, MemoryLayout... arguments) {
    return NativeFunction.of(llama, "llama_" + name, FunctionDescriptor.of(result, arguments));
  }

  private NativeFunction action(String name, MemoryLayout... arguments) {
    return NativeFunction.of(llama, "llama_" + name, FunctionDescriptor.ofVoid(arguments));
  }

  /// {@return the engine in that folder, with the variant chosen that suits this processor}
  static Llama load(Path folder, boolean verbose) {
    // The registry of backends is one for the whole process, so it must not be filled twice.
    synchronized (LOADING) {
      Llama llama = new Llama(EngineLibraries.load(folder));
      llama.logSet.run(NativeLog.callback(verbose), MemorySegment.NULL);
      if (llama.backendRegCount.toLong() == 0) {
        try (Arena arena = Arena.ofConfined()) {
          llama.backendLoadAllFromPath.run(arena.allocateFrom(folder.toAbsolutePath().toString()));
        }
      }
      if (llama.backendRegCount.toLong() == 0) {
        throw EngineProblems.unusable("no library in " + folder + " computes on this processor");
      }
      llama.backendInit.run();
      return llama;
    }
  }

  MemorySegment modelParams(Arena arena) {
    return Structs.checkedModelParams(modelDefaultParams.toSegment(arena));
  }

  MemorySegment contextParams(Arena arena) {
    return Structs.checkedContextParams(contextDefaultParams.toSegment(arena));
  }

  /// {@return such as `llama.cpp 0.5.0-dev`}
  @SuppressWarnings("restricted")
  String versionName() {
    return "llama.cpp " + version.toSegment().reinterpret(64).getString(0);
  }
}

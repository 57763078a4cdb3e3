package dev.hone.model;

/// What is known of a model.
///
/// @param name the name for people and the run log, such as `qwen2.5-coder-1.5b-instruct-q4_k_m`
/// @param parameterBillions its size in 10⁹ parameters, or 0 where unknown
/// @param contextTokens how many tokens prompt and reply may have together, or 0 where unknown
/// @param fingerprint a hash of the weights or the provider's version, or empty where unknown
/// @param engine what runs it, with version, such as `llama.cpp v0.5.0`
public record ModelCard(
    String name, double parameterBillions, int contextTokens, String fingerprint, String engine) {
  /// {@return whether the model is so small that long instructions and long reasoning make it
  /// worse: 3 billion parameters or less} A model of unknown size is not small.
  public boolean isSmall() {
    return parameterBillions > 0 && parameterBillions <= 3.5;
  }
}

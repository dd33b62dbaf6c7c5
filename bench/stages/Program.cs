// Time and allocations of each stage.
//   dotnet run -c Release --project bench/stages
// Needs ../shared beside the checkout.
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Hearsay.Bench;

BenchmarkRunner.Run<Stages>(DefaultConfig.Instance.AddJob(Job.Default
    .WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(8)));

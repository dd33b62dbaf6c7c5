// One module in one file, whose name the build knows; the workbench serves it at an address of its content's hash.
export default {
  build: {
    outDir: process.env.HEARSAY_SCRIPT_OUT ?? 'dist',
    emptyOutDir: true,
    target: 'es2022',
    lib: { entry: 'src/main.ts', formats: ['es'], fileName: () => 'workbench.js' },
  },
};
